package alliance

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// evaluationAdd keeps how it goes with somebody, and prints the id.
type evaluationAdd struct {
	With    string `required:"" placeholder:"NAME"`
	Helps   string `placeholder:"TEXT"`
	Missing string `placeholder:"TEXT"`
	Ask     string `placeholder:"TEXT"`
}

// Run keeps it for the time since the last evaluation with them, up to today. What is
// written for nobody else has no flag.
func (a evaluationAdd) Run(ctx context.Context, c *call.Call) error {
	return change(ctx, c, a.With, func(d *app.Desk, with app.ID) (app.ID, error) {
		return d.SaveEvaluation(app.Evaluation{With: with, Helps: a.Helps, Missing: a.Missing, Ask: a.Ask})
	})
}

// evaluationList prints how it went with somebody, or with anybody, beside what the
// log says of the same time.
type evaluationList struct{ listing }

// Run prints id, first and last day, how many sessions were held in between, and what
// helps.
func (l evaluationList) Run(ctx context.Context, c *call.Call) error {
	return c.LookWith(ctx, l.With, func(d *app.Desk, with app.ID) error {
		of := func(v app.Evaluation) shown.Evaluation { return shown.EvaluationOf(v, d.ServedFor(v)) }
		return call.ListOf(c, l.Listing, d.Evaluations(with), of, func(v shown.Evaluation) string {
			return fmt.Sprintf("%s  %s  %s  %2d  %s", v.ID, v.From, v.On, v.Log.Held, v.Helps)
		})
	})
}

// evaluationRemove takes an evaluation away.
type evaluationRemove struct{ call.Subject }

func (r evaluationRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveEvaluation(id) })
}

// practiceAdd keeps something that helped, and prints its id.
type practiceAdd struct {
	Practice []string `arg:""`
	Theme    string   `placeholder:"THEME"`
	Source   string   `placeholder:"TEXT"`
	With     string   `placeholder:"NAME"`
}

// Run ends with call.ExitUsage for a theme, and with call.ExitNotFound for a name, that
// isn't known. Without --with it was found with nobody.
func (a practiceAdd) Run(ctx context.Context, c *call.Call) error {
	return change(ctx, c, a.With, func(d *app.Desk, with app.ID) (app.ID, error) {
		themes, err := themeNamed(c, d, a.Theme)
		if err != nil {
			return 0, err
		}
		return d.SavePractice(app.Practice{Text: strings.Join(a.Practice, " "), Themes: themes, Source: a.Source, With: with})
	})
}

// themeNamed returns the theme of that id; none for "", and a complaint for one that
// isn't known.
func themeNamed(c *call.Call, d *app.Desk, typed string) ([]app.ThemeID, error) {
	for _, t := range d.Themes() {
		if string(t.ID) == typed {
			return []app.ThemeID{t.ID}, nil
		}
	}
	if typed == "" {
		return nil, nil
	}
	return nil, c.Usage("cli.usage.theme", typed)
}

// practiceList prints what helped, the latest first; with a theme what helped with it.
type practiceList struct {
	Theme string `placeholder:"THEME"`
	call.Listing
}

// Run ends with call.ExitUsage for a theme that isn't known, so that no list is empty
// by a slip.
func (l practiceList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		themes, err := themeNamed(c, d, l.Theme)
		if err != nil {
			return err
		}
		found := d.Practices()
		if len(themes) > 0 {
			found = d.HelpedBefore(themes)
		}
		return call.ListOf(c, l.Listing, found, shown.PracticeOf, func(p shown.Practice) string { return fmt.Sprintf("%s  %s  %s", p.ID, p.On, p.Text) })
	})
}

// practiceRemove takes away what helped.
type practiceRemove struct{ call.Subject }

func (r practiceRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemovePractice(id) })
}

// Network prints who is there for what, and where that is thin.
type Network struct{ call.Listing }

// Run prints a line for each thing that a network is asked for.
func (n Network) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		return call.ListOf(c, n.Listing, d.NetworkMap().Rows, shown.NetworkRowOf, func(r shown.NetworkRow) string {
			var names []string
			for _, who := range r.Who {
				names = append(names, who.Name)
			}
			return fmt.Sprintf("%-9s  %-8s  %s", r.For, r.Thin, strings.Join(names, ", "))
		})
	})
}
