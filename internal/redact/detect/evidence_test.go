package detect

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/rules"
	"aftershift/internal/redact/weights"
)

var update = flag.Bool("update", false, "write EVIDENCE.md anew")

// serving gives, for each row, the first example of a detector that it speaks
// for.
func serving(lists *lex.Lists) map[evidence.Row]string {
	out := map[evidence.Row]string{}
	for _, r := range slices.Concat(rules.Numbers, rules.Contexts, rules.Sweeps) {
		for _, example := range r.Hits {
			text := strings.NewReplacer("«", "", "»", "").Replace(example)
			d := Read(lists, []string{text}, page.Options{Strict: strings.HasPrefix(r.ID, "strict.")}, nil)
			var spoke []evidence.Row
			for _, c := range d.pages.All() {
				spoke = append(spoke, c.By)
			}
			for _, e := range wordExamples(d, "", make([]byte, len(text)), nil) {
				spoke = append(spoke, e.rows...)
			}
			for _, s := range spoke {
				if out[s] == "" {
					out[s] = strings.ReplaceAll(example, "\n", " ")
				}
			}
		}
	}
	return out
}

// TestEvidence_is_told holds EVIDENCE.md to the table: each row with what it
// says, its weights, and an example that it serves.
func TestEvidence_is_told(t *testing.T) {
	lists, err := lex.LoadLists(os.DirFS("../../../assets/lists"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# Evidence\n\nMade from the tables here by `go test ./internal/redact/detect -run Evidence -update`. Odds add to a word's log odds; a share is how often such a finding is right. The last column is a detector's example in which the row spoke.\n\n")
	b.WriteString("| id | says | kind | by hand | in use | example |\n|---|---|---|---|---|---|\n")
	examples, seen := serving(lists), map[string]bool{}
	for r, p := range evidence.Table[1:evidence.Own] {
		kind := "odds"
		if p.Share {
			kind = "share"
		}
		if seen[p.ID] || p.ID == "" || p.Says == "" {
			t.Errorf("row %q: no id of its own, or says nothing", p.ID)
		}
		seen[p.ID] = true
		fmt.Fprintf(&b, "| %s | %s | %s | %.2f | %.2f | %s |\n", p.ID, p.Says, kind, p.Hand, evidence.Row(r+1).Weight(), examples[evidence.Row(r+1)])
	}
	for id := range weights.Fitted {
		if !slices.ContainsFunc(evidence.Table, func(p evidence.Piece) bool { return p.ID == id }) {
			t.Errorf("fitted: no row %q", id)
		}
	}
	if *update {
		if err := os.WriteFile("../evidence/EVIDENCE.md", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile("../evidence/EVIDENCE.md"); err != nil || string(got) != b.String() {
		t.Error("EVIDENCE.md is stale: run go test ./internal/redact/detect -run Evidence -update")
	}
}
