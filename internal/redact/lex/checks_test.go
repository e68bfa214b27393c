package lex

import "testing"

func TestCheckDigits(t *testing.T) {
	for _, c := range []struct {
		name      string
		check     func(string) bool
		good, bad string
	}{
		{"nhs", NHSCheck, "943 476 5919", "943 476 5918"},
		{"pps", PPSCheck, "1234567T", "1234567A"},
		{"medicare", MedicareCheck, "2123 45670 1", "2123 45671 1"},
		{"tfn", TFNCheck, "876 543 210", "876 543 211"},
		{"luhn", Luhn, "4111 1111 1111 1111", "4111 1111 1111 1112"},
		{"iban", IBANCheck, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"},
		{"date", DateOrder, "14/05/24", "45/45/24"},
	} {
		if !c.check(c.good) || c.check(c.bad) || c.check("12") {
			t.Errorf("%s: want %q to pass, %q and a short one to fail", c.name, c.good, c.bad)
		}
	}
}
