package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestProgress_plainLines(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	said := "half way"
	p := StartProgress(file, func(time.Duration) string { return said })
	p.show(time.Second)
	said = ""
	p.show(time.Second)
	p.Stop()
	text, err := os.ReadFile(file.Name())
	if err != nil || string(text) != "half way\n" {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestProgress_liveLineIsTakenAway(t *testing.T) {
	var out strings.Builder
	p := &Progress{out: &out, live: true, say: func(time.Duration) string { return "half way" }}
	p.show(0)
	p.clear()
	p.clear()
	if got := out.String(); got != "\r\033[Khalf way\r\033[K" {
		t.Errorf("got %q", got)
	}
}

func TestClock(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0s", 9400 * time.Millisecond: "9s", 59600 * time.Millisecond: "1m00s", 125 * time.Second: "2m05s",
	} {
		if got := Clock(d); got != want {
			t.Errorf("Clock(%v) = %q, want %q", d, got, want)
		}
	}
}
