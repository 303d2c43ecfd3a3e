module abioracle

go 1.21
