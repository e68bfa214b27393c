package packaging

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
)

// release is what a commit is called and when it was made.
type release struct {
	version string    // "0.1.449": two numbers of FyneApp.toml, then how many commits there are
	commit  string    // its first letters
	made    time.Time // the commit's time: that of every file in a package
}

// appVersion finds the first two numbers of the version, which are set by hand. The
// third isn't read: in packages the number of commits takes its place.
var appVersion = regexp.MustCompile(`(?m)^Version = "(\d+\.\d+)\.\d+"$`)

// findRelease reads the version of what is checked out from git. Installers compare
// three numbers, so the third counts the commits and grows with each. What is not
// committed would be in the packages under the name of a commit that lacks it, so
// it is refused.
func findRelease(ctx context.Context, p project.Project) (release, error) {
	toml, err := os.ReadFile(p.Path("FyneApp.toml"))
	if err != nil {
		return release{}, err
	}
	series := appVersion.FindSubmatch(toml)
	if series == nil {
		return release{}, errors.New(`FyneApp.toml: no line like Version = "0.1.0"`)
	}
	if shallow, err := git(ctx, p, "rev-parse", "--is-shallow-repository"); err != nil {
		return release{}, err
	} else if shallow == "true" {
		return release{}, errors.New("commits are missing here, so they can't be counted; type: git fetch --unshallow")
	}
	changed, err := git(ctx, p, "status", "--porcelain")
	if err != nil {
		return release{}, err
	}
	if changed != "" {
		return release{}, fmt.Errorf("packages are made of a commit, and this is not committed:\n%s", project.Tail(changed, 10))
	}
	said, err := git(ctx, p, "log", "-1", "--format=%h %ct", "--abbrev=10")
	if err != nil {
		return release{}, err
	}
	count, err := git(ctx, p, "rev-list", "--count", "HEAD")
	if err != nil {
		return release{}, err
	}
	commit, seconds, _ := strings.Cut(said, " ")
	at, err := strconv.ParseInt(seconds, 10, 64)
	return release{version: string(series[1]) + "." + count, commit: commit, made: time.Unix(at, 0).UTC()}, err
}

// git returns what git prints, without space around it.
func git(ctx context.Context, p project.Project, args ...string) (string, error) {
	out, err := p.Output(ctx, "git", args...)
	return strings.TrimSpace(out), err
}
