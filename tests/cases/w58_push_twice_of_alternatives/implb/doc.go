package implb
