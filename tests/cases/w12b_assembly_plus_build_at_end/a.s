// Copyright.

// +build arm64
