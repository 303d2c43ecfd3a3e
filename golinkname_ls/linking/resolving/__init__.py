"""What one link comes to: the definitions of its remote, and what the linker makes of them in one program and in all."""
