#define DEF(name) TEXT name(SB),0,$0-0
