"""What gc makes of a package on a target: what is emitted and reached, initial data, and the names it makes up."""
