package lib_test

func hidden() {}
