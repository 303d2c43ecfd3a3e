#define FOO
