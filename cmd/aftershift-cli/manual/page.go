package manual

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// A Section is a heading of the page with a text or rows below it.
type Section struct {
	Title, Text string
	Rows        [][2]string
}

// Page returns the page of section 1 of the manual, in the man macros: what the
// program is, every command in sight with what it takes, and then more. It holds no
// date, so that the same table makes the same page.
func Page(app *kong.Application, version, about string, more []Section) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"%s %s\"\n.SH NAME\n%[2]s \\- %[4]s\n", strings.ToUpper(plain(app.Name)), plain(app.Name), plain(version), plain(about))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n.I command\n[flags]\n.SH COMMANDS\n", plain(app.Name))
	for _, n := range app.Leaves(true) {
		fmt.Fprintf(&b, ".SS %s\n%s\n", plain(strings.TrimSuffix(n.Summary(), " [flags]")), plain(n.Help))
		values(&b, n.Positional)
		for _, f := range n.Flags {
			row(&b, f.String(), f.Help)
		}
		if n.Detail != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", plain(n.Detail))
		}
	}
	b.WriteString(".SH FLAGS OF EVERY COMMAND\n")
	for _, f := range app.Flags {
		row(&b, f.String(), f.Help)
	}
	for _, s := range more {
		fmt.Fprintf(&b, ".SH %s\n%s\n", plain(strings.ToUpper(s.Title)), plain(s.Text))
		for _, r := range s.Rows {
			row(&b, r[0], r[1])
		}
	}
	return b.String()
}

func values(b *strings.Builder, all []*kong.Value) {
	for _, v := range all {
		row(b, v.Summary(), v.Help)
	}
}

// row writes a term and what it is as a paragraph of the man macros.
func row(b *strings.Builder, term, about string) {
	fmt.Fprintf(b, ".TP\n.B %s\n%s\n", plain(term), plain(about))
}

// plain returns text as roff shows it: no line is a request, no backslash an
// escape, and hyphens can be copied.
func plain(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
