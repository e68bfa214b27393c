// Package archtest keeps the rooms apart: its test reads what `go list` says of
// every package and fails on an import that the table in rules_test.go forbids.
//
// A new room is first given a row in that table. internal/README.md draws the
// same table for readers.
package archtest
