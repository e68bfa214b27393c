package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"time"

	"aftershift/cmd/dev/lifetime"
	"aftershift/cmd/dev/project"
)

// beside is a figure of this program that stands beside one of SQLCipher's, with the
// most that it should be of that.
type beside struct {
	name string // of both
	ours string // benchmark and unit
	most float64
}

func besides() (all []beside) {
	all = append(all, beside{"list_ms", "Whole_unlock/10000 list-ms", 1.5})
	for _, q := range lifetime.Queries {
		most := map[string]float64{"common": 0.3, "prefix": 0.3, "phrase": 1}[q.Name]
		all = append(all, beside{"search_" + q.Name + "_p95_ms", "Whole_search/10000/" + q.Name + "/complete p95-ms", most})
	}
	return append(all,
		beside{"save_draft_p95_ms", "Whole_save/10000/draft p95-ms", 1},
		beside{"save_entry_p95_ms", "Whole_save/10000/entry p95-ms", 1})
}

// turns is how often both are measured, one after the other, so that a machine or a disk
// that grows slow for a while does so for both.
const turns = 3

// benchSQLCipher measures SQLCipher with a full-text index, which people would pick
// instead, over the same entries, by turns with this program, and prints the medians of
// its figures and of this program's, and how many times as long this program takes for
// the same. Where it can't be built that is said, and no more.
func benchSQLCipher(ctx context.Context, p project.Project, w io.Writer, times int) error {
	if !slices.ContainsFunc([]string{"gcc", "cc", "clang"}, project.HasTool) {
		fmt.Fprintln(os.Stderr, "no C compiler, so nothing is measured beside SQLCipher")
		return nil
	}
	ours, theirs := map[string][]float64{}, map[string][]float64{}
	for range turns {
		out, err := runSQLCipher(ctx, p, times)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "nothing is measured beside SQLCipher:", err)
			return nil
		}
		their, err := readSQLCipher(out)
		if err != nil {
			return err
		}
		our, err := benchmarks(ctx, p, nil, fmt.Sprintf("^BenchmarkWhole_(unlock|search|save)$/^%d$", lifetime.Usual), strconv.Itoa(times)+"x", appRoom)
		if err != nil {
			return err
		}
		gather(theirs, their)
		gather(ours, our)
	}
	return compare(w, medians(ours), medians(theirs), besides())
}

func gather(all map[string][]float64, measured map[string]float64) {
	for name, value := range measured {
		all[name] = append(all[name], value)
	}
}

func medians(all map[string][]float64) map[string]float64 {
	middle := map[string]float64{}
	for name, values := range all {
		slices.Sort(values)
		middle[name] = values[len(values)/2]
	}
	return middle
}

// runSQLCipher builds that program, which is a module of its own, gives it the entries
// and gives what it wrote.
func runSQLCipher(ctx context.Context, p project.Project, times int) ([]byte, error) {
	args := []string{"-C", p.Path("cmd/dev/testdata/sqlcipher"), "run", "-tags", "sqlite_fts5", ".", "-times", strconv.Itoa(times)}
	for _, q := range lifetime.Queries {
		args = append(args, "-query", q.Name+"="+q.Match)
	}
	cmd := p.Command(ctx, "go", args...)
	var in, out, complaint bytes.Buffer
	lines := json.NewEncoder(&in)
	for e := range lifetime.Entries(lifetime.Usual, time.Now()) {
		if err := lines.Encode(e); err != nil {
			return nil, err
		}
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, project.Tail(complaint.String(), 5))
	}
	return out.Bytes(), nil
}

// readSQLCipher gives the figures that the program wrote.
func readSQLCipher(output []byte) (map[string]float64, error) {
	read := map[string]float64{}
	for lines := json.NewDecoder(bytes.NewReader(output)); lines.More(); {
		var f figure
		if err := lines.Decode(&f); err != nil {
			return nil, fmt.Errorf("read figures of SQLCipher: %w", err)
		}
		read[f.Name] = f.Value
	}
	return read, nil
}

// compare prints what both took and the ratios, and fails for one of which either side
// is missing.
func compare(w io.Writer, ours, theirs map[string]float64, all []beside) (missing error) {
	for _, b := range all {
		our, their := ours[b.ours], theirs[b.name]
		if our == 0 || their == 0 {
			missing = errors.Join(missing, fmt.Errorf("nothing measured %s on both sides", b.name))
			continue
		}
		if err := errors.Join(
			printFigure(w, "sqlcipher_"+b.name, their, 0),
			printFigure(w, "beside_"+b.name, our, 0),
			printFigure(w, b.name+"_times_sqlcipher", math.Round(our/their*100)/100, b.most)); err != nil {
			return err
		}
	}
	return missing
}
