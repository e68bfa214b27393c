// Package packaging makes the packages of a commit, and keeps the terms of what
// is inside the programs.
package packaging

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
)

// packer makes the packages of one commit in out/packages; what they are put
// together of stands in work.
type packer struct {
	project.Project
	release
	signer
	out, work string
	said      time.Time // when the last step ended
}

// packageTargets are what package makes; "all" is every one in turn.
var packageTargets = []string{"linux", "windows"}

// makers says how a target's packages are made.
var makers = map[string]struct {
	why  project.Purpose
	make func(*packer, context.Context) error
}{
	"linux":   {project.ForBuilding, (*packer).linux},
	"windows": {project.ForWindows, (*packer).windows},
}

// Run makes in out/packages those of the commit that is checked out, for the
// target that args begin with, and signs as the flags behind it say. The same
// commit, compiler and libraries give the same bytes of programs, archives and
// deb, and the same content of installers.
func Run(ctx context.Context, p project.Project, args []string) error {
	targets, sign, err := planPackage(args)
	if err != nil {
		return err
	}
	if runtime.GOOS != "linux" {
		return errors.New("packages are made on Linux, for the other systems too")
	}
	for _, target := range targets {
		if err := p.SetUp(ctx, makers[target].why); err != nil {
			return err
		}
	}
	r, err := findRelease(ctx, p)
	if err != nil {
		return err
	}
	k := &packer{Project: p, release: r, signer: sign, out: p.Path("out/packages"), work: p.Path("out/packages/work"), said: time.Now()}
	if err := k.packAll(ctx, targets); err != nil {
		return err
	}
	return os.RemoveAll(k.work)
}

func planPackage(args []string) ([]string, signer, error) {
	var sign signer
	flags := flag.NewFlagSet("package", flag.ContinueOnError)
	flags.StringVar(&sign.key, "sign", "", "sign the list of sums with this `key` of yours, by gpg")
	flags.StringVar(&sign.certificate, "certificate", "", "sign programs and installers for Windows with this `file` (PKCS #12)")
	flags.StringVar(&sign.password, "password-file", "", "the `file` that holds the certificate's password")
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return nil, sign, errors.New("package what? " + strings.Join(packageTargets, ", ") + " or all")
	}
	if err := flags.Parse(args[1:]); err != nil {
		return nil, sign, project.ErrReported
	}
	switch {
	case flags.NArg() > 0:
		return nil, sign, fmt.Errorf("package does not know %q", flags.Arg(0))
	case args[0] == "all":
		return packageTargets, sign, sign.check()
	case !slices.Contains(packageTargets, args[0]):
		return nil, sign, fmt.Errorf("no packages for %q: %s or all", args[0], strings.Join(packageTargets, ", "))
	}
	return args[:1], sign, sign.check()
}

// packAll makes the packages anew, with what goes for all of them.
func (k *packer) packAll(ctx context.Context, targets []string) error {
	if err := os.RemoveAll(k.out); err != nil {
		return err
	}
	if err := os.MkdirAll(k.work, 0o755); err != nil {
		return err
	}
	fmt.Printf("packages of %s (%s)\n", k.version, k.commit)
	if err := k.writeLicences(); err != nil {
		return err
	}
	for _, target := range targets {
		if err := makers[target].make(k, ctx); err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
	}
	return k.sumUp(ctx)
}

// tell prints a line for a file that was made.
func (k *packer) tell(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	fmt.Printf("  %-52s %6.1f MB  %s\n", filepath.Base(path), float64(info.Size())/1e6, project.Clock(time.Since(k.said)))
	k.said = time.Now()
	return nil
}

// product returns the path of a finished package: "aftershift-0.1.7-" and end.
func (k *packer) product(end string) string {
	return filepath.Join(k.out, "aftershift-"+k.version+"-"+end)
}
