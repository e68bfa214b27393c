package main

import (
	"context"
	"io"
	"maps"

	"aftershift/cmd/dev/project"
)

// editorRoom is the text field, whose benchmarks stand beside the same for the
// toolkit's own.
const editorRoom = "./internal/ui/editor"

// The most that the field should take, in ms, and how many times what it holds
// after a minute it may hold after half an hour of typing.
const (
	typeAim, open100Aim, open1000Aim, pasteAim = 8, 50, 300, 200
	memoryAim                                  = 1.3
)

// editorAims are the rows of the field: processor time, which has an aim, and the
// clock's, which on a busy machine says how busy that is.
func editorAims() (all []aim) {
	row := func(benchmark, name string, most float64) {
		all = append(all, aim{benchmark, "cpu-ms/op", name + "_cpu_ms", most}, aim{benchmark, "clock-ms/op", name + "_clock_ms", 0})
	}
	for _, form := range []string{"paragraphs", "one"} {
		for _, size := range []string{"5KB", "20KB", "100KB", "1MB"} {
			row("Typing/"+form+"/"+size, "type_key_"+size+"_"+form, typeAim)
		}
	}
	row("TypingToolkit/paragraphs/5KB", "toolkit_type_key_5KB_paragraphs", 0)
	row("TypingToolkit/paragraphs/20KB", "toolkit_type_key_20KB_paragraphs", 0)
	for _, form := range []string{"paragraphs", "one"} {
		row("Opening/"+form+"/100KB", "open_text_100KB_"+form, open100Aim)
		row("Opening/"+form+"/1MB", "open_text_1MB_"+form, open1000Aim)
		row("Pasting300KB/"+form, "paste_300KB_"+form, pasteAim)
	}
	row("OpeningToolkit", "toolkit_open_text_20KB", 0)
	return append(all, aim{"Memory", "times", "memory_after_half_an_hour_typed_times", memoryAim})
}

// benchEditor measures the text field, without a window.
func benchEditor(ctx context.Context, p project.Project, w io.Writer) error {
	all := map[string]float64{}
	for _, run := range []struct{ which, times string }{
		{"^Benchmark(Typing|TypingToolkit)$", "200x"},
		{"^Benchmark(Opening|OpeningToolkit|Pasting300KB)$", "10x"},
		{"^BenchmarkMemory$", "1x"},
	} {
		measured, err := benchmarks(ctx, p, nil, run.which, run.times, editorRoom)
		if err != nil {
			return err
		}
		maps.Copy(all, measured)
	}
	return report(w, all, editorAims())
}
