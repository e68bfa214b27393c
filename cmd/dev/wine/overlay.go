package wine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Go deletes files on Windows in a way that an old wine answers with
// STATUS_NOT_IMPLEMENTED, and takes another way where the answer is one of three that
// Windows gives. Tests, which delete their folders, are built with a fourth.
const (
	deleting = "src/internal/syscall/windows/at_windows.go"
	answers  = "\t\tSTATUS_NOT_SUPPORTED: "
	wines    = "\t\tNTStatus(0xC0000002), // STATUS_NOT_IMPLEMENTED\n" + answers
)

// overlay writes what the go command takes in place of its own file, and gives the path
// of the list that says so. Where Go has no such place it gives an error.
func (w prefix) overlay(ctx context.Context) (string, error) {
	root, err := w.Output(ctx, "go", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	own := filepath.Join(strings.TrimSpace(root), filepath.FromSlash(deleting))
	source, err := os.ReadFile(own)
	if err != nil {
		return "", err
	}
	changed := bytes.Replace(source, []byte(answers), []byte(wines), 1)
	if bytes.Equal(changed, source) {
		return "", errors.New("wine: Go deletes files in another way than it did; look at " + deleting)
	}
	instead, list := filepath.Join(w.built, "at_windows.go"), filepath.Join(w.built, "overlay.json")
	raw, err := json.Marshal(map[string]any{"Replace": map[string]string{own: instead}})
	if err != nil {
		return "", err
	}
	return list, errors.Join(os.WriteFile(instead, changed, 0o600), os.WriteFile(list, raw, 0o600))
}
