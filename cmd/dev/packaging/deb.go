package packaging

import (
	"context"
	"debug/elf"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// nfpm writes the deb.
const nfpm = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2"

// appID names the program to a desktop.
const appID = "app.aftershift.journal"

// linux makes the archive with its install script, and the deb, of one tree of
// files: bin and share.
func (k *packer) linux(ctx context.Context) error {
	root := filepath.Join(k.work, "linux", "aftershift-"+k.version)
	if err := k.buildFor(ctx, linuxTarget, filepath.Join(root, "bin")); err != nil {
		return err
	}
	if err := k.linuxTree(ctx, root); err != nil {
		return err
	}
	if err := k.deb(ctx, root); err != nil {
		return err
	}
	for _, script := range []string{"install.sh", "uninstall.sh"} {
		if err := place(k.Path("cmd/dev/packaging/linux/"+script), filepath.Join(root, script), 0o755); err != nil {
			return err
		}
	}
	archive := k.product("linux-amd64.tar.gz")
	if err := writeTarGz(archive, filepath.Dir(root), k.made); err != nil {
		return err
	}
	return k.tell(archive)
}

// linuxTree puts beside the programs what a desktop wants to know of them.
func (k *packer) linuxTree(ctx context.Context, root string) error {
	share := func(below string) string { return filepath.Join(root, "share", filepath.FromSlash(below)) }
	values := map[string]string{
		"Version": k.version, "Date": k.made.Format(time.DateOnly),
		"ProjectLicense": projectLicence, "MetadataLicense": "FSFAP",
	}
	if err := k.fill("linux/"+appID+".metainfo.xml", share("metainfo/"+appID+".metainfo.xml"), values); err != nil {
		return err
	}
	for from, to := range map[string]string{
		k.Path("cmd/dev/packaging/linux/" + appID + ".desktop"): share("applications/" + appID + ".desktop"),
		k.Path("assets/icon.png"):                               share("icons/hicolor/512x512/apps/" + appID + ".png"),
		k.Path("assets/icons/aftershift.svg"):                   share("icons/hicolor/scalable/apps/" + appID + ".svg"),
		k.Path("README.md"):                                     share("doc/aftershift/README.md"),
		k.licences():                                            share("doc/aftershift/copyright"),
	} {
		if err := place(from, to, 0o644); err != nil {
			return err
		}
	}
	return k.cliDocs(ctx, filepath.Join(root, "bin", "aftershift-cli"), share)
}

// debFile is a file of the deb, in the words of nfpm.
type debFile struct{ From, To, Mode string }

// deb wraps the tree for /usr.
func (k *packer) deb(ctx context.Context, root string) error {
	files, err := contents(root)
	if err != nil {
		return err
	}
	var libc []string
	var listed []debFile
	for _, f := range files {
		listed = append(listed, debFile{f.from, "/usr/" + f.name, fmt.Sprintf("%#o", f.mode)})
		if strings.HasPrefix(f.name, "bin/") {
			newest, err := newestLibC(f.from)
			if err != nil {
				return err
			}
			libc = append(libc, newest)
		}
	}
	config := filepath.Join(k.work, "nfpm.yaml")
	if err := k.fill("linux/nfpm.yaml", config, map[string]any{
		"Version": k.version, "Time": k.made.Format(time.RFC3339), "ProjectLicense": projectLicence,
		"LibC": slices.MaxFunc(libc, compareVersions), "Files": listed,
	}); err != nil {
		return err
	}
	to := filepath.Join(k.out, "aftershift_"+k.version+"_amd64.deb")
	env := []string{"SOURCE_DATE_EPOCH=" + strconv.FormatInt(k.made.Unix(), 10)}
	if err := k.Patiently(ctx, "wrapping the deb", env, "go", "run", nfpm, "package", "-f", config, "-p", "deb", "-t", to); err != nil {
		return err
	}
	return k.tell(to)
}

// newestLibC returns the newest version of the C library, "2.34", that a program
// asks for.
func newestLibC(program string) (string, error) {
	file, err := elf.Open(program)
	if err != nil {
		return "", err
	}
	defer file.Close()
	symbols, err := file.DynamicSymbols()
	if err != nil {
		return "", err
	}
	newest := "2.0"
	for _, s := range symbols {
		if version, ok := strings.CutPrefix(s.Version, "GLIBC_"); ok && compareVersions(version, newest) > 0 {
			newest = version
		}
	}
	return newest, nil
}

// compareVersions compares numbers with dots, number by number.
func compareVersions(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		m, _ := strconv.Atoi(x)
		n, _ := strconv.Atoi(y)
		return m - n
	})
}

// cliDocs writes what the command line's program says of itself: its page of the
// manual, and what shells complete it with.
func (k *packer) cliDocs(ctx context.Context, program string, share func(string) string) error {
	for _, doc := range []struct {
		args []string
		to   string
	}{
		{[]string{"manual"}, "man/man1/aftershift-cli.1"},
		{[]string{"completion", "bash"}, "bash-completion/completions/aftershift-cli"},
		{[]string{"completion", "zsh"}, "zsh/site-functions/_aftershift-cli"},
		{[]string{"completion", "fish"}, "fish/vendor_completions.d/aftershift-cli.fish"},
	} {
		text, err := k.Output(ctx, program, doc.args...)
		if err != nil {
			return err
		}
		if err := placeText(text, share(doc.to), 0o644); err != nil {
			return err
		}
	}
	return nil
}
