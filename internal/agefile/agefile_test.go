package agefile_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"aftershift/internal/agefile"
	"aftershift/internal/fault"
)

func locked(t *testing.T, text string) []byte {
	t.Helper()
	var file bytes.Buffer
	w, err := agefile.NewWriter(&file, "brass lantern north")
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// What was locked opens with its passphrase alone, and not once it was changed or cut.
func TestNewReader_opens_what_was_locked(t *testing.T) {
	text := strings.Repeat("I stayed too long. ", 10_000)
	file := locked(t, text)
	if !agefile.Is(file) || agefile.Is([]byte(text)) || agefile.Is(nil) || bytes.Contains(file, []byte("too long")) {
		t.Error("a locked file isn't told from an open one")
	}
	read := func(file []byte, passphrase string) (string, error) {
		in, err := agefile.NewReader(bytes.NewReader(file), passphrase)
		if err != nil {
			return "", err
		}
		all, err := io.ReadAll(in)
		return string(all), err
	}
	if got, err := read(file, "brass lantern north"); err != nil || got != text {
		t.Errorf("opened %d bytes, %v", len(got), err)
	}
	if _, err := read(file, "brass lantern south"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("another passphrase: %v", err)
	}
	if _, err := read([]byte(text), "brass lantern north"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("no age file: %v", err)
	}
	if _, err := read(file, ""); !errors.Is(err, fault.Invalid) {
		t.Errorf("no passphrase: %v", err)
	}
	if _, err := read(file[:len(file)-1], "brass lantern north"); err == nil {
		t.Error("a file that was cut opens")
	}
	file[len(file)/2] ^= 1
	if _, err := read(file, "brass lantern north"); err == nil {
		t.Error("a file that was changed opens")
	}
	if _, err := agefile.NewWriter(io.Discard, ""); !errors.Is(err, fault.Invalid) {
		t.Errorf("locked with no passphrase: %v", err)
	}
}
