package sharing_test

import (
	"flag"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"aftershift/internal/app/apptest"
)

// outside has finished files read by programs too that few computers have: LibreOffice,
// exiftool, unzip and strings.
var outside = flag.Bool("outside", false, "have copies read by LibreOffice, exiftool, unzip and strings as well")

// readByOthers has the files read by programs that aren't ours. One that is missing
// fails the test.
func readByOthers(t *testing.T, folder string, all []made) {
	t.Helper()
	for _, file := range all {
		readBy(t, file, "pdf", "pdftotext", "-raw", file.path, "-")
		readBy(t, file, "pdf", "pdfinfo", "-struct-text", file.path)
		readBy(t, file, "pdf", "pdfinfo", file.path)
		if *outside {
			readBy(t, file, "docx", "unzip", "-p", file.path)
			content := ofContent(t, file)
			readBy(t, file, "", "strings", "-n", "4", content)
			readBy(t, file, "", "strings", "-n", "4", "-e", "l", content)
			readBy(t, file, "", "exiftool", "-a", "-u", "-g1", "--System:all", file.path)
		}
	}
	if *outside {
		readByOffice(t, folder, all)
	}
}

// readBy looks for what is planted in what a program says of a file of the format, ""
// for any.
func readBy(t *testing.T, file made, format, program string, args ...string) {
	t.Helper()
	if format != "" && file.format.Name != format {
		return
	}
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s of %s: %v", program, file.what, err)
	}
	if len(out) == 0 && program != "strings" { // none of 16 bits is as it should be
		t.Errorf("%s reads nothing in %s", program, file.what)
	}
	if left := lettersIn(string(out)); left != "" {
		t.Errorf("%s of %s shows %q", program, file.what, left)
	}
}

// lettersIn gives the first planted identifier of which all letters and figures stand
// in a text, one after the other, whatever stands between them; "" for none.
func lettersIn(text string) string {
	text = bare(text)
	for _, p := range planted {
		if secret := bare(p.secret); len(secret) >= 4 && strings.Contains(text, secret) {
			return p.secret
		}
	}
	return ""
}

func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// readByOffice has LibreOffice make a PDF of every DOCX and HTML file, and reads those.
func readByOffice(t *testing.T, folder string, all []made) {
	t.Helper()
	to := filepath.Join(folder, "office")
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--convert-to", "pdf", "--outdir", to}
	var converted []made
	for _, file := range all {
		if file.format.Name == "docx" {
			args = append(args, file.path)
			base := strings.TrimSuffix(filepath.Base(file.path), ".docx") + ".pdf"
			converted = append(converted, made{file.what, filepath.Join(to, base), file.format})
		}
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	for _, file := range converted {
		out, err := exec.Command("pdftotext", file.path, "-").Output()
		apptest.Must(t, err)
		if left := lettersIn(string(out)); left != "" || len(out) < 20 {
			t.Errorf("LibreOffice shows %q in %s, of %d bytes", left, file.what, len(out))
		}
	}
}

// The search by letters finds what is planted, however it is set.
func TestLettersIn_finds_what_is_planted(t *testing.T) {
	for _, p := range planted {
		if len(bare(p.secret)) >= 4 && lettersIn("Some words. "+p.says) == "" {
			t.Errorf("%q is not found in its own sentence", p.secret)
		}
	}
	if left := lettersIn("Nothing that is planted stands here."); left != "" {
		t.Errorf("%q is found in nothing", left)
	}
}
