package keeping_test

import (
	"strings"
	"testing"

	"aftershift/internal/app/keeping"
)

// A passphrase is measured with each key that is pressed.
func BenchmarkMeasurePassphrase(b *testing.B) {
	for _, c := range []struct{ name, passphrase string }{
		{"8", "Dr4gon!7"},
		{"30", "correct horse battery staple 7"},
		{"100", "in the evening we walked along the river and talked about the garden that 2 of us had planted in May"},
		{"100_repeats", strings.Repeat("aabbccddeeffgghhiijjkkllmm", 4)},
		{"100_signs", "p4$$w0rd! m3 @nd th3 0th3r5 (w3 w@lk3d @l0ng 7h3 r1v3r) +0 7h3 g@rd3n, |n 7h3 3v3n1ng [2 0f u5] {8%}"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				keeping.MeasurePassphrase(c.passphrase)
			}
		})
	}
}
