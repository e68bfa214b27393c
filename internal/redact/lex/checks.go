package lex

// weighted sums digits by weights; it gives -1 for too few digits.
func weighted(digits []int, weights ...int) int {
	if len(digits) < len(weights) {
		return -1
	}
	sum := 0
	for i, w := range weights {
		sum += digits[i] * w
	}
	return sum
}

// NHSCheck is the modulus 11 check of NHS numbers (NHS Data Dictionary).
func NHSCheck(text string) bool {
	d := DigitsOf(text)
	if len(d) != 10 {
		return false
	}
	return (11-weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11)%11 == d[9]
}

// PPSCheck is the modulus 23 check of Irish PPS numbers, with the second letter
// where there is one.
func PPSCheck(text string) bool {
	d := DigitsOf(text)
	sum := weighted(d, 8, 7, 6, 5, 4, 3, 2)
	letters := []byte{}
	for i := range len(text) {
		if c := text[i] &^ 0x20; 'A' <= c && c <= 'Z' {
			letters = append(letters, c)
		}
	}
	if len(d) != 7 || len(letters) == 0 {
		return false
	}
	if len(letters) == 2 && letters[1] != 'W' {
		sum += 9 * int(letters[1]-'A'+1)
	}
	return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == letters[0]
}

// MedicareCheck is the check digit of an Australian Medicare card.
func MedicareCheck(text string) bool {
	d := DigitsOf(text)
	sum := weighted(d, 1, 3, 7, 9, 1, 3, 7, 9)
	return len(d) >= 10 && sum%10 == d[8]
}

// TFNCheck is the modulus 11 check of an Australian tax file number.
func TFNCheck(text string) bool {
	d := DigitsOf(text)
	return len(d) == 9 && weighted(d, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0
}

// Luhn is the check of payment cards (ISO/IEC 7812).
func Luhn(text string) bool {
	d, sum := DigitsOf(text), 0
	for i := range d {
		n := d[len(d)-1-i]
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return len(d) >= 12 && sum%10 == 0
}

// IBANCheck is the modulus 97 check of ISO 13616.
func IBANCheck(text string) bool {
	var plain []byte
	for i := range len(text) {
		if text[i] != ' ' {
			plain = append(plain, text[i])
		}
	}
	if len(plain) < 15 {
		return false
	}
	rest := 0
	for _, c := range append(plain[4:len(plain):len(plain)], plain[:4]...) {
		if '0' <= c && c <= '9' {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// DateOrder reports whether day, month and year in figures can be a date.
func DateOrder(text string) bool {
	var n [3]int
	part := 0
	last := byte('0')
	for i := range len(text) {
		c := text[i]
		if '0' <= c && c <= '9' {
			n[part] = n[part]*10 + int(c-'0')
		} else if '0' <= last && last <= '9' && part < 2 {
			part++
		}
		last = c
	}
	return n[0] >= 1 && n[1] >= 1 && (n[0] <= 31 && n[1] <= 12 || n[0] <= 12 && n[1] <= 31)
}
