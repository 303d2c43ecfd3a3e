"""Symbol resolution for one link: the definitions of its remote, and what the linker makes of them."""
