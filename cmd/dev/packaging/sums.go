package packaging

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
)

// cyclonedx writes down what modules a program is built of.
const cyclonedx = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

// signer signs with the person's own key and certificate; what is empty is not
// signed.
type signer struct{ key, certificate, password string }

// check gives an error for what can't be signed with, before anything is built.
func (s signer) check() error {
	switch {
	case s.key != "" && !project.HasTool("gpg"):
		return errors.New("-sign needs gpg; install the package gnupg")
	case s.password != "" && s.certificate == "":
		return errors.New("-password-file goes with -certificate")
	case s.certificate != "" && s.password == "":
		return errors.New("-certificate needs -password-file")
	case s.certificate != "" && !project.HasTool("osslsigncode"):
		return errors.New("-certificate needs osslsigncode; install the package of that name")
	}
	for _, path := range []string{s.certificate, s.password} {
		if path == "" {
			continue
		}
		if _, err := os.Stat(path); err != nil {
			return err
		}
	}
	return nil
}

// signProgram signs a program or installer for Windows in place.
func (k *packer) signProgram(ctx context.Context, path string) error {
	if k.certificate == "" {
		return nil
	}
	signed := path + ".signed"
	_, err := k.Output(ctx, "osslsigncode", "sign", "-pkcs12", k.certificate, "-readpass", k.password,
		"-h", "sha256", "-n", "Aftershift", "-in", path, "-out", signed)
	if err != nil {
		return err
	}
	return os.Rename(signed, path)
}

// sumUp writes the bill of materials of each program, and the SHA-256 of every
// package, and signs the list.
func (k *packer) sumUp(ctx context.Context) error {
	built, err := filepath.Glob(filepath.Join(k.work, "*", "*", "aftershift*"))
	if err != nil {
		return err
	}
	inBin, err := filepath.Glob(filepath.Join(k.work, "*", "*", "bin", "aftershift*"))
	if err != nil {
		return err
	}
	for _, program := range append(built, inBin...) {
		system := "linux-"
		if strings.HasSuffix(program, ".exe") {
			system = "windows-"
		}
		to := k.product(system + strings.TrimSuffix(filepath.Base(program), ".exe") + ".cdx.json")
		if err := k.Patiently(ctx, "bill of materials", nil, "go", "run", cyclonedx, "bin", "-json", "-noserial", "-version", k.version, "-output", to, program); err != nil {
			return err
		}
		if err := k.dateBill(to); err != nil {
			return err
		}
		if err := k.tell(to); err != nil {
			return err
		}
	}
	return k.writeSums(ctx)
}

// billTime finds when a bill says that it was made: two of one commit would differ by
// it.
var billTime = regexp.MustCompile(`"timestamp": "[^"]*"`)

// dateBill gives a bill of materials the commit's time in place of today's.
func (k *packer) dateBill(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	dated := billTime.ReplaceAll(raw, []byte(`"timestamp": "`+k.made.Format(time.RFC3339)+`"`))
	return os.WriteFile(path, dated, 0o644)
}

// writeSums lists the SHA-256 of each file in the folder of packages, by name, as
// sha256sum -c reads it, and signs the list where a key is named. What stands in a
// folder below isn't listed, so work is left out.
func (k *packer) writeSums(ctx context.Context) error {
	entries, err := os.ReadDir(k.out)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(k.out, entry.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(raw), entry.Name())
	}
	list := filepath.Join(k.out, "SHA256SUMS")
	if err := os.WriteFile(list, []byte(sums.String()), 0o644); err != nil {
		return err
	}
	if k.key != "" {
		if _, err := k.Output(ctx, "gpg", "--batch", "--yes", "--local-user", k.key, "--armor", "--detach-sign", list); err != nil {
			return err
		}
	}
	fmt.Println(k.Rel(list))
	return nil
}
