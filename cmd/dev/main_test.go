package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDispatch_unknownTask(t *testing.T) {
	for _, args := range [][]string{nil, {"dance"}} {
		var said strings.Builder
		if err := dispatch(t.Context(), args, &said); err == nil {
			t.Errorf("%q was taken", args)
		}
		for _, task := range tasks() {
			if !strings.Contains(said.String(), task.name) {
				t.Errorf("usage does not name %s", task.name)
			}
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
