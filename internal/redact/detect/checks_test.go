package detect

import "testing"

func TestCheckDigits(t *testing.T) {
	for _, c := range []struct {
		name      string
		check     func(string) bool
		good, bad string
	}{
		{"nhs", nhsCheck, "943 476 5919", "943 476 5918"},
		{"pps", ppsCheck, "1234567T", "1234567A"},
		{"medicare", medicareCheck, "2123 45670 1", "2123 45671 1"},
		{"tfn", tfnCheck, "876 543 210", "876 543 211"},
		{"luhn", luhn, "4111 1111 1111 1111", "4111 1111 1111 1112"},
		{"iban", ibanCheck, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"},
		{"date", dateOrder, "14/05/24", "45/45/24"},
	} {
		if !c.check(c.good) || c.check(c.bad) || c.check("12") {
			t.Errorf("%s: want %q to pass, %q and a short one to fail", c.name, c.good, c.bad)
		}
	}
}
