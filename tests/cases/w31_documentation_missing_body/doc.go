/*
Text.
*/
package documentation

func bare()
