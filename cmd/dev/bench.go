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

	"aftershift/cmd/dev/project"
)

// aim is the most that a figure of the whole program should be, in its unit.
type aim struct {
	benchmark, unit string
	name            string // as it is printed
	most            float64
}

// aims hold for a journal of 10,000 entries of 300 words. Unlocking is counted
// without deriving the key.
var aims = []aim{
	{"Whole_unlock", "list-ms", "unlock_to_list_ms", 150},
	{"Whole_unlock", "all-ms", "all_opened_ms", 300},
	{"Whole_search/rare", "p95-ms", "search_rare_p95_ms", 20},
	{"Whole_search/common", "p95-ms", "search_common_p95_ms", 20},
	{"Whole_search/prefix", "p95-ms", "search_prefix_p95_ms", 20},
	{"Whole_search/phrase", "p95-ms", "search_phrase_p95_ms", 20},
	{"Whole_save/draft", "p95-ms", "save_draft_p95_ms", 30},
	{"Whole_save/entry", "p95-ms", "save_entry_p95_ms", 30},
	{"Whole_memory", "heap-MiB", "heap_MiB", 0},
	{"Whole_verify", "ms", "verify_ms", 1500},
	{"Whole_backup", "ms", "backup_verified_ms", 3000},
	{"Whole_rotate", "ms", "new_key_ms", 5000},
	{"Whole_close", "ms", "close_ms", 500},
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
	fmt.Fprintln(os.Stderr, "making journals of 10,000 entries and measuring: about eight minutes")
	call := []string{"test", "-p", "1", "-run", "^$", "-bench", "^BenchmarkWhole_", "-benchtime", strconv.Itoa(*times) + "x"}
	out, err := p.Output(ctx, "go", append(call, benched...)...)
	if err != nil {
		return fmt.Errorf("benchmarks: %w", err)
	}
	if err := errors.Join(report(os.Stdout, out, aims), benchEditor(ctx, p, os.Stdout)); err != nil {
		return err
	}
	return benchWindow(ctx, p, os.Stdout)
}

// report prints a line for each aim, and fails for one that nothing measured.
func report(w io.Writer, output string, aims []aim) error {
	measured := readBenchmarks(output)
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
