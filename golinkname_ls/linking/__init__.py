"""What Go's linker makes of linkname directives: who may refer to what, which definition wins, what changed in std."""
