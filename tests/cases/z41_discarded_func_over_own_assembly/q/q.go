package q

