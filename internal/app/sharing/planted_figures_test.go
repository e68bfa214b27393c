package sharing_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"aftershift/internal/app/apptest"
)

// unfigured gives a PDF with blanks in the place of figures that are no content: where an
// object stands in the file, where their table does, and how long a stream is. A figure
// goes only where it tells the truth of the file, so that nothing hides as one.
func unfigured(file []byte) []byte {
	out := bytes.Clone(file)
	start := bytes.LastIndex(file, []byte("\nxref\n")) + 1
	for n, row := range rowsOf(file, start) {
		at, err := strconv.Atoi(string(file[row : row+10]))
		if err == nil && at < len(file) && bytes.HasPrefix(file[at:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
			blank(out[row : row+10])
		}
	}
	for _, m := range regexp.MustCompile(`startxref\n(\d+)\n`).FindAllSubmatchIndex(file, -1) {
		if string(file[m[2]:m[3]]) == strconv.Itoa(start) {
			blank(out[m[2]:m[3]])
		}
	}
	for _, m := range regexp.MustCompile(`/Length (\d+)[^()]{0,40}>>\nstream\n`).FindAllSubmatchIndex(file, -1) {
		if long, err := strconv.Atoi(string(file[m[2]:m[3]])); err == nil && m[1]+long < len(file) && bytes.HasPrefix(file[m[1]+long:], []byte("\nendstream")) {
			blank(out[m[2]:m[3]])
		}
	}
	return out
}

// rowsOf gives where each row of the table of objects at start begins, by object.
func rowsOf(file []byte, start int) (rows []int) {
	head := regexp.MustCompile(`^xref\n0 (\d+)\n`).FindSubmatch(file[start:])
	if head == nil {
		return nil
	}
	count, _ := strconv.Atoi(string(head[1]))
	const wide = len("0000000000 00000 n \n")
	for n := range count {
		if row := start + len(head[0]) + n*wide; row+wide <= len(file) {
			rows = append(rows, row)
		}
	}
	return rows
}

func blank(figures []byte) {
	for i := range figures {
		figures[i] = ' '
	}
}

// ofContent gives the path of what strings is to read of a file: for a PDF, of the file
// without the figures of its structure.
func ofContent(t *testing.T, file made) string {
	t.Helper()
	if file.format.Name != "pdf" {
		return file.path
	}
	all, err := os.ReadFile(file.path)
	apptest.Must(t, err)
	path := filepath.Join(t.TempDir(), "unfigured.pdf")
	apptest.Must(t, os.WriteFile(path, unfigured(all), 0o600))
	return path
}

// withObject gives a PDF whose objects stand at 2014 and at 20140, with a stream of 2014
// bytes, and with an object of the given words between them.
func withObject(words string) []byte {
	var b bytes.Buffer
	rows := "0000000000 65535 f \n"
	add := func(object string, at int) {
		fmt.Fprintf(&b, "%%%s\n", strings.Repeat("x", at-b.Len()-2))
		rows += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", strings.Count(rows, "\n")-1, object)
	}
	b.WriteString("%PDF-1.7\n")
	add("<</Length 2014>>\nstream\n"+strings.Repeat("y", 2014)+"\nendstream", 2014)
	add(words, 5000)
	add("<<>>", 20140)
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 4\n%strailer\n<</Size 4>>\nstartxref\n%d\n%%%%EOF\n", rows, start)
	return b.Bytes()
}

// What is planted in any part of a PDF is found, also as a figure that isn't true; the
// figures of its structure alarm nobody.
func TestUnfigured_hides_nothing_that_is_planted(t *testing.T) {
	for words, found := range map[string]bool{
		"<<>>":                                   false,
		"<</Length 4>>\nstream\nabcd\nendstream": false,
		"<</Title (Born on 3 March 2014.)>>":     true,
		"<</Type /Metadata /Length 21>>\nstream\nBorn on 3 March 2014.\nendstream": true,
		"<</Length 24>>\nstream\nBT (in March 2014) Tj ET\nendstream":              true,
		"<</Length 2014>>\nstream\nabcd\nendstream":                                true,
		"<</Year 2014>>":                       true,
		"(\nxref\n0 1\n0000002014 00000 n \n)": true,
	} {
		if left := lettersIn(string(unfigured(withObject(words)))); (left != "") != found {
			t.Errorf("%q: found %q", words, left)
		}
	}
	if lettersIn(string(withObject("<<>>"))) == "" {
		t.Error("there is no figure in the structure that looks like what is planted")
	}
}
