package packaging

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/cmd/dev/project"
)

func TestPlanPackage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "certificate")
	write(t, file, "")
	opengl, bare := t.TempDir(), t.TempDir()
	write(t, filepath.Join(bare, "opengl32.dll"), "")
	write(t, filepath.Join(opengl, "opengl32.dll"), "")
	write(t, filepath.Join(opengl, "mesa.txt"), "terms")
	for _, c := range []struct {
		args []string
		want []string
		says string
	}{
		{[]string{"all"}, packageTargets, ""},
		{[]string{"windows"}, []string{"windows"}, ""},
		{nil, nil, "package what?"},
		{[]string{"-sign", "me"}, nil, "package what?"},
		{[]string{"macos"}, nil, "no packages for"},
		{[]string{"linux", "windows"}, nil, "does not know"},
		{[]string{"windows", "-certificate", file}, nil, "needs -password-file"},
		{[]string{"windows", "-password-file", file}, nil, "goes with -certificate"},
		{[]string{"all", "-opengl", opengl}, packageTargets, ""},
		{[]string{"windows", "-opengl", bare}, nil, "needs the terms"},
		{[]string{"windows", "-opengl", t.TempDir()}, nil, "opengl32.dll"},
		{[]string{"linux", "-opengl", opengl}, nil, "is for Windows"},
	} {
		got, _, err := planPackage(c.args)
		if c.says == "" && (err != nil || !slices.Equal(got, c.want)) {
			t.Errorf("%q: %q, %v", c.args, got, err)
		}
		if c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%q: error %v, want %q", c.args, err, c.says)
		}
	}
}

// repository returns a project with one commit.
func repository(t *testing.T) project.Project {
	t.Helper()
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path("FyneApp.toml"), "[Details]\nVersion = \"3.4.0\"\n")
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "."},
		{"-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "first", "--date", "2026-01-02T03:04:05Z"},
	} {
		if _, err := p.Output(t.Context(), "git", args...); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestProject_Release_countsCommitsAndRefusesWhatIsNotCommitted(t *testing.T) {
	p := repository(t)
	r, err := findRelease(t.Context(), p)
	if err != nil || r.version != "3.4.1" || len(r.commit) < 10 || r.made.IsZero() {
		t.Fatalf("%+v, %v", r, err)
	}
	write(t, p.Path("new.txt"), "")
	if _, err := findRelease(t.Context(), p); err == nil || !strings.Contains(err.Error(), "new.txt") {
		t.Errorf("error %v, want one that names new.txt", err)
	}
}

func TestProject_Release_refusesAPartOfTheHistory(t *testing.T) {
	whole := repository(t)
	if _, err := whole.Output(t.Context(), "git", "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "--allow-empty", "-m", "second"); err != nil {
		t.Fatal(err)
	}
	part := project.Project{Root: filepath.Join(t.TempDir(), "part")}
	if out, err := exec.Command("git", "clone", "-q", "--depth=1", "file://"+whole.Root, part.Root).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if _, err := findRelease(t.Context(), part); err == nil || !strings.Contains(err.Error(), "--unshallow") {
		t.Errorf("error %v, want one that says how to get the rest", err)
	}
}

func TestArchives_areTheSameBytesWhateverTheFolder(t *testing.T) {
	made := time.Date(2026, 3, 4, 5, 6, 7, 0, time.FixedZone("east", 3600))
	for name, writeTo := range map[string]func(string, string, time.Time) error{"zip": writeZip, "tar": writeTarGz} {
		var packed [][]byte
		for _, mode := range []os.FileMode{0o600, 0o666} { // as two people's umasks leave it
			folder := t.TempDir()
			write(t, filepath.Join(folder, "a/run"), "run")
			write(t, filepath.Join(folder, "a/read"), "read")
			for file, m := range map[string]os.FileMode{"a/run": mode | 0o100, "a/read": mode} {
				if err := os.Chmod(filepath.Join(folder, file), m); err != nil {
					t.Fatal(err)
				}
			}
			to := filepath.Join(t.TempDir(), "packed")
			if err := writeTo(to, folder, made); err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(to)
			if err != nil {
				t.Fatal(err)
			}
			packed = append(packed, raw)
			made = made.UTC()
		}
		if !bytes.Equal(packed[0], packed[1]) {
			t.Errorf("%s: other bytes for the same files", name)
		}
	}
}

func TestCompatibility_putsTheLibraryBesideThePortableProgram(t *testing.T) {
	made := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	k := &packer{Project: project.Project{Root: t.TempDir()}, release: release{version: "1.2.3", made: made}, out: t.TempDir()}
	folder := filepath.Join(t.TempDir(), "Aftershift")
	write(t, filepath.Join(folder, "aftershift.exe"), "program")
	k.opengl = t.TempDir()
	write(t, filepath.Join(k.opengl, "opengl32.dll"), "library")
	write(t, filepath.Join(k.opengl, "mesa.txt"), "terms")
	if err := errors.Join(k.portable(folder), k.compatibility(folder)); err != nil {
		t.Fatal(err)
	}
	for end, want := range map[string]string{
		"portable":      "[Aftershift/aftershift.exe Aftershift/portable]",
		"compatibility": "[Aftershift/aftershift.exe Aftershift/mesa.txt Aftershift/opengl32.dll Aftershift/portable]",
	} {
		z, err := zip.OpenReader(k.product("windows-x64-" + end + ".zip"))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range z.File {
			names = append(names, f.Name)
		}
		if got := fmt.Sprint(names); got != want {
			t.Errorf("%s holds %s, want %s", end, got, want)
		}
		z.Close()
	}
}

func TestCompareVersions(t *testing.T) {
	if got := slices.MaxFunc([]string{"2.9", "2.34", "2.4.1"}, compareVersions); got != "2.34" {
		t.Errorf("newest of them is %s", got)
	}
}

func TestForms_areFilledIn(t *testing.T) {
	p, err := project.Find()
	if err != nil {
		t.Fatal(err)
	}
	k := &packer{Project: p}
	values := map[string]any{
		"Version": "1.2.3", "Commit": "abc", "Icon": "i.ico", "Out": "o.exe", "Date": "2026-01-02",
		"Name": "aftershift", "About": `"a journal"`, "Time": "2026-01-02T03:04:05Z", "LibC": "2.34",
		"Files":          []debFile{{From: "a", To: "/usr/bin/a", Mode: "0755"}},
		"ProjectLicense": projectLicence, "MetadataLicense": "FSFAP",
	}
	for _, name := range []string{
		"linux/" + appID + ".metainfo.xml", "linux/nfpm.yaml",
		"windows/aftershift.wxs", "windows/aftershift.nsi", "windows/winres.json",
	} {
		to := filepath.Join(t.TempDir(), "filled")
		if err := k.fill(name, to, values); err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".wxs") {
			continue
		}
		raw, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(raw))
		for err == nil {
			_, err = d.Token()
		}
		if err != io.EOF || !bytes.Contains(raw, []byte("1.2.3")) {
			t.Errorf("%s: %v", name, err)
		}
	}
	delete(values, "Version")
	if err := k.fill("windows/aftershift.nsi", filepath.Join(t.TempDir(), "filled"), values); err == nil {
		t.Error("a form with a place left open was written")
	}
}

// TestInstallScript_takesAwayWhatItPutThere runs both scripts as a person would.
func TestInstallScript_takesAwayWhatItPutThere(t *testing.T) {
	p, err := project.Find()
	if err != nil {
		t.Fatal(err)
	}
	from, home := t.TempDir(), filepath.Join(t.TempDir(), "a home")
	for _, script := range []string{"install.sh", "uninstall.sh"} {
		if err := place(p.Path("cmd/dev/packaging/linux/"+script), filepath.Join(from, script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(from, "bin/aftershift"), "program")
	write(t, filepath.Join(from, "share/applications/"+appID+".desktop"), "[Desktop Entry]\nExec=aftershift\n")
	write(t, filepath.Join(home, ".local/share/aftershift/journal.aftershift"), "a journal")
	write(t, filepath.Join(home, ".local/bin/other"), "another program")
	for range 2 { // the second time is an upgrade
		cmd := exec.Command(filepath.Join(from, "install.sh"))
		cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	entry, err := os.ReadFile(filepath.Join(home, ".local/share/applications", appID+".desktop"))
	if want := `Exec="` + home + `/.local/bin/aftershift"`; err != nil || !strings.Contains(string(entry), want) {
		t.Errorf("the entry says %q, %v; want %q", entry, err, want)
	}
	if out, err := exec.Command("sh", filepath.Join(home, ".local/lib/aftershift/uninstall.sh")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	left, err := contents(home)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range left {
		names = append(names, f.name)
	}
	if want := []string{".local/bin/other", ".local/share/aftershift/journal.aftershift"}; !slices.Equal(names, want) {
		t.Errorf("left: %q, want %q", names, want)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := placeText(text, path, 0o644); err != nil {
		t.Fatal(err)
	}
}
