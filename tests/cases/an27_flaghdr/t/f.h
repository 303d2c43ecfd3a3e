#define FL 6
