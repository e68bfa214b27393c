package main

import (
	"bytes"
	"log"
	"strings"
	"testing"
)

func TestWindowLog_endsWhereNoWindowOpens(t *testing.T) {
	for line, ends := range map[string]bool{
		"Fyne error:  window creation error":          true,
		"Fyne error:  failed to initialise GLFW":      true,
		"Fyne error:  failed to watch theme settings": false,

		"PlatformError: WGL: Failed to set pixel format for dummy context: Procedure not found.": true,
		"PlatformError: WGL: Failed to create dummy context: ":                                   true,
		"PlatformError: WGL: Failed to load opengl32.dll":                                        true,
		"PlatformError: GLX: Failed to retrieve Visual for GLXFBConfig":                          true,
		"PlatformError: Win32: Failed to create window: ":                                        true,
		"PlatformError: WGL: Failed to make context current: ":                                   false,
		"PlatformError: Win32: Failed to open clipboard: ":                                       false,
		"  Cause: APIUnavailable: GLX: GLX not found":                                            false,
		"Fyne error:  Failed to create fyne cache space":                                         false,
	} {
		var said bytes.Buffer
		codes := []int{}
		log.New(windowLog{&said, &said, func(code int) { codes = append(codes, code) }}, "", 0).Println(line)
		if ends && (len(codes) != 1 || codes[0] != exitFailed || !strings.Contains(said.String(), "ask IT")) {
			t.Errorf("%s: ended with %v, said %q", line, codes, said.String())
		}
		if !ends && (len(codes) != 0 || said.String() != line+"\n") {
			t.Errorf("%s: ended with %v, said %q", line, codes, said.String())
		}
	}
}
