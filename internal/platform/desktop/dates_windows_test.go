package desktop

import "testing"

func TestOrderOf(t *testing.T) {
	for pattern, want := range map[string][2]bool{
		"M/d/yyyy":   {true, true},
		"dd/MM/yyyy": {false, true},
		"d. MMM yy":  {false, true},
		"yyyy-MM-dd": {false, false},
		"":           {false, false},
	} {
		first, told := orderOf(pattern)
		if got := [2]bool{first, told}; got != want {
			t.Errorf("%q: %v, want %v", pattern, got, want)
		}
	}
}
