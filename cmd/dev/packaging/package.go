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
	options
	out, work string
	quick     bool      // an installer for a trial: large, and made in seconds
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
	targets, asked, err := planPackage(args)
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
	k := &packer{Project: p, release: r, options: asked, out: p.Path("out/packages"), work: p.Path("out/packages/work"), said: time.Now()}
	if err := k.packAll(ctx, targets); err != nil {
		return err
	}
	return os.RemoveAll(k.work)
}

// options are what the flags of package ask for.
type options struct {
	signer
	opengl string // folder of an OpenGL for machines without one, and its terms
}

// check gives an error for what can't be done, before anything is built.
func (o options) check(targets []string) error {
	if o.opengl == "" {
		return o.signer.check()
	}
	terms, err := filepath.Glob(filepath.Join(o.opengl, "*.txt"))
	_, missing := os.Stat(filepath.Join(o.opengl, "opengl32.dll"))
	switch {
	case err != nil || missing != nil:
		return errors.Join(err, missing)
	case len(terms) == 0:
		return errors.New("-opengl needs the terms of what it adds, as a text file in the same folder")
	case !slices.Contains(targets, "windows"):
		return errors.New("-opengl is for Windows")
	}
	return o.signer.check()
}

// planPackage reads the target, which stands first, and the flags behind it. Whatever
// can't be done is an error here, before anything is built; project.ErrReported where
// the flags have been complained of already.
func planPackage(args []string) ([]string, options, error) {
	var o options
	flags := flag.NewFlagSet("package", flag.ContinueOnError)
	flags.StringVar(&o.key, "sign", "", "sign the list of sums with this `key` of yours, by gpg")
	flags.StringVar(&o.certificate, "certificate", "", "sign programs and installers for Windows with this `file` (PKCS #12)")
	flags.StringVar(&o.password, "password-file", "", "the `file` that holds the certificate's password")
	flags.StringVar(&o.opengl, "opengl", "", "make a zip for Windows without OpenGL, with what is in this `folder`: opengl32.dll and its terms (.txt)")
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return nil, o, errors.New("package what? " + strings.Join(packageTargets, ", ") + " or all")
	}
	if err := flags.Parse(args[1:]); err != nil {
		return nil, o, project.ErrReported
	}
	targets := args[:1]
	switch {
	case flags.NArg() > 0:
		return nil, o, fmt.Errorf("package does not know %q", flags.Arg(0))
	case args[0] == "all":
		targets = packageTargets
	case !slices.Contains(packageTargets, args[0]):
		return nil, o, fmt.Errorf("no packages for %q: %s or all", args[0], strings.Join(packageTargets, ", "))
	}
	return targets, o, o.check(targets)
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
