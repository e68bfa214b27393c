// Package rules says what each detector looks for, as data: its kind, its region,
// its pattern where it has one, and true and false examples. It tries the patterns
// where they may begin; how surely a match names somebody, and why, stands
// elsewhere.
package rules
