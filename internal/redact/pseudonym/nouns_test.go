package pseudonym

import "testing"

func TestGeneric_reads_as_english(t *testing.T) {
	for _, c := range []struct{ role, alone, behind string }{
		{"my supervisor", "my supervisor", "supervisor"},
		{"the Manager", "a manager", "manager"},
		{"Our one-off worker", "our one-off worker", "one-off worker"},
		{"uncle", "an uncle", "uncle"},
		{"university lecturer", "a university lecturer", "university lecturer"},
		{"honest broker", "an honest broker", "honest broker"},
		{"one-off worker", "a one-off worker", "one-off worker"},
		{"uninvited guest", "an uninvited guest", "uninvited guest"},
		{"MP", "an MP", "MP"},
		{"GP", "a GP", "GP"},
		{"NHS Manager", "an NHS manager", "NHS manager"},
		{"X-ray nurse", "an X-ray nurse", "X-ray nurse"},
		{"person", "somebody", "person"},
	} {
		whose, role := roleOf(c.role)
		id := &identity{role: role, whose: whose}
		if got := id.generic(false); got != c.alone {
			t.Errorf("%q became %q, want %q", c.role, got, c.alone)
		}
		if got := id.generic(true); got != c.behind {
			t.Errorf("%q behind an article became %q, want %q", c.role, got, c.behind)
		}
	}
}
