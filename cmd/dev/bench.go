package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"aftershift/cmd/dev/lifetime"
	"aftershift/cmd/dev/project"
)

// aim is the most that a figure of the whole program should be, in its unit.
type aim struct {
	benchmark, unit string
	name            string // as it is printed
	most            float64
}

// aims are the rows of the whole program without its window. Unlocking is counted
// without deriving the key, of the least cost and (after_usual_key) of what a new
// journal's costs, finding for the first screen of a result and for all of
// it, and what is counted in MiB is what stays of the heap.
func aims() (all []aim) {
	add := func(benchmark, unit, name string, most float64) {
		all = append(all, aim{benchmark, unit, name, most})
	}
	for _, size := range []struct {
		entries                               int
		list, opened, screen, complete, saved float64
	}{{lifetime.Usual, 40, 0, 3, 8, 6}, {lifetime.Far, 400, 0, 3, 60, 6}} {
		in, at := "/"+strconv.Itoa(size.entries), "_at_"+strconv.Itoa(size.entries)
		add("Whole_unlock"+in, "list-ms", "unlock_to_list_ms"+at, size.list)
		add("Whole_wait"+in, "list-ms", "list_after_usual_key_ms"+at, size.list)
		add("Whole_unlock"+in, "all-ms", "all_opened_ms"+at, size.opened)
		for _, q := range lifetime.Queries {
			add("Whole_search"+in+"/"+q.Name+"/screen", "p95-ms", "search_"+q.Name+"_first_screen_p95_ms"+at, size.screen)
			add("Whole_search"+in+"/"+q.Name+"/complete", "p95-ms", "search_"+q.Name+"_complete_p95_ms"+at, size.complete)
		}
		add("Whole_save"+in+"/draft", "p95-ms", "save_draft_p95_ms"+at, size.saved)
		add("Whole_save"+in+"/entry", "p95-ms", "save_entry_p95_ms"+at, size.saved)
		add("Whole_memory"+in, "heap-MiB", "heap_MiB"+at, 0)
		verify, backup, rotate := 0.0, 0.0, 0.0
		if size.entries == lifetime.Far {
			verify, backup, rotate = 2000, 20000, 20000
		}
		add("Whole_verify"+in, "ms", "verify_ms"+at, verify)
		add("Whole_backup"+in, "ms", "backup_verified_ms"+at, backup)
		add("Whole_rotate"+in, "ms", "new_key_ms"+at, rotate)
	}
	add("Whole_close", "ms", "close_ms", 500)
	return all
}

// benched are the packages whose benchmarks aims name.
var benched = []string{appRoom, vaultRoom}

// figure is one line of output. Aim 0 is none.
type figure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Aim   float64 `json:"aim,omitempty"`
	Met   *bool   `json:"met,omitempty"`
}

func runBench(ctx context.Context, p project.Project, args []string) error {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	times := flags.Int("times", 20, "how often each is `repeated`")
	if err := flags.Parse(args); err != nil {
		return project.ErrReported
	}
	if err := p.SetUp(ctx, project.ForTesting); err != nil {
		return err
	}
	journals, err := os.MkdirTemp("", "aftershift-journals")
	if err != nil {
		return err
	}
	defer os.RemoveAll(journals)
	fmt.Fprintln(os.Stderr, "making journals of 10,000 and 100,000 entries and measuring: about half an hour")
	measured, err := benchmarks(ctx, p, []string{lifetime.Journals + "=" + journals}, "^BenchmarkWhole_", strconv.Itoa(*times)+"x", benched...)
	if err != nil {
		return err
	}
	if err := errors.Join(
		report(os.Stdout, measured, aims()),
		benchSQLCipher(ctx, p, os.Stdout, *times),
		benchEditor(ctx, p, os.Stdout)); err != nil {
		return err
	}
	return benchWindow(ctx, p, os.Stdout, journals)
}

// benchmarks runs those of the packages that match and gives what they measured.
func benchmarks(ctx context.Context, p project.Project, env []string, match, times string, packages ...string) (map[string]float64, error) {
	call := []string{"test", "-p", "1", "-timeout", "1h", "-run", "^$", "-bench", match, "-benchtime", times}
	out, err := p.OutputOn(ctx, env, "go", append(call, packages...)...)
	if err != nil {
		return nil, fmt.Errorf("benchmarks: %w", err)
	}
	return readBenchmarks(out), nil
}

// report prints a line for each aim, and fails for one that nothing measured.
func report(w io.Writer, measured map[string]float64, aims []aim) error {
	var missing error
	for _, a := range aims {
		value, ok := measured[a.benchmark+" "+a.unit]
		if !ok {
			missing = errors.Join(missing, fmt.Errorf("nothing measured %s", a.name))
			continue
		}
		if err := printFigure(w, a.name, value, a.most); err != nil {
			return err
		}
	}
	return missing
}

func printFigure(w io.Writer, name string, value, most float64) error {
	f := figure{Name: name, Value: value, Aim: most}
	if most > 0 {
		met := value <= most
		f.Met = &met
	}
	return json.NewEncoder(w).Encode(f)
}

// readBenchmarks gives every figure that go test printed, by "name unit", where
// the name has neither "Benchmark" nor the number of cores.
func readBenchmarks(output string) map[string]float64 {
	measured := map[string]float64{}
	lines := bufio.NewScanner(strings.NewReader(output))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if cut := strings.LastIndexByte(name, '-'); cut > 0 {
			name = name[:cut]
		}
		for i := 2; i+1 < len(fields); i += 2 {
			if value, err := strconv.ParseFloat(fields[i], 64); err == nil {
				measured[name+" "+fields[i+1]] = value
			}
		}
	}
	return measured
}
