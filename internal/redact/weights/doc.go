// Package weights holds what marked notes show of the evidence that the detectors
// go by: one generated file.
package weights
