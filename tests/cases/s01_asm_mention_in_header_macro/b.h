#define USE MOVQ runtime·allglen(SB), AX
