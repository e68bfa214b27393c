package main

import (
	"strings"
	"testing"
)

const benchOutput = `goos: linux
BenchmarkWhole_unlock/10000-2   	      10	 939667415 ns/op	       217.8 all-ms	       116.3 list-ms
BenchmarkWhole_search/10000/rare/complete-2         	      10	  11344337 ns/op	        14.37 p95-ms
PASS
`

func TestReadBenchmarks_by_name_and_unit(t *testing.T) {
	got := readBenchmarks(benchOutput)
	for name, want := range map[string]float64{
		"Whole_unlock/10000 list-ms": 116.3, "Whole_unlock/10000 all-ms": 217.8, "Whole_search/10000/rare/complete p95-ms": 14.37,
	} {
		if got[name] != want {
			t.Errorf("%s: %v, want %v", name, got[name], want)
		}
	}
}

func TestReport_says_what_was_not_measured(t *testing.T) {
	var out strings.Builder
	err := report(&out, readBenchmarks(benchOutput), aims())
	if err == nil || !strings.Contains(err.Error(), "save_entry_p95_ms_at_10000") || strings.Contains(err.Error(), "unlock_to_list_ms_at_10000\n") {
		t.Errorf("error %v, want one for each figure that is missing", err)
	}
	if !strings.Contains(out.String(), `{"name":"unlock_to_list_ms_at_10000","value":116.3,"aim":40,"met":false}`) {
		t.Errorf("output %s", out.String())
	}
}

func TestCompare_gives_times(t *testing.T) {
	var out strings.Builder
	theirs, err := readSQLCipher([]byte(`{"name":"list_ms","value":232.6,"found":10000}` + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	err = compare(&out, readBenchmarks(benchOutput), theirs, besides())
	if err == nil || !strings.Contains(err.Error(), "save_draft_p95_ms") || strings.Contains(err.Error(), "list_ms") {
		t.Errorf("error %v, want one for each figure that is missing", err)
	}
	want := `{"name":"sqlcipher_list_ms","value":232.6}` + "\n" + `{"name":"beside_list_ms","value":116.3}` + "\n" + `{"name":"list_ms_times_sqlcipher","value":0.5,"aim":1.5,"met":true}` + "\n"
	if out.String() != want {
		t.Errorf("output %s", out.String())
	}
}

// One slow turn of three says nothing.
func TestMedians(t *testing.T) {
	all := map[string][]float64{}
	for _, ms := range []float64{4, 90, 3} {
		gather(all, map[string]float64{"list": ms})
	}
	if got := medians(all)["list"]; got != 4 {
		t.Errorf("%v, want the one in the middle", got)
	}
}
