// Package manual writes what a system keeps beside a program: the completions of
// the shells and the page of the manual, both of the table of commands. It knows
// no journal, opens no file and starts nothing.
package manual
