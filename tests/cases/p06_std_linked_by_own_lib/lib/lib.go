package lib

import "net"

func X() string { return net.IPv4(1, 2, 3, 4).String() }
