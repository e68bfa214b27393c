package platform

import "os"

// replace starts the new process with this one's streams and ends this one: the
// system can't replace a process.
func replace(program string, argv, env []string) error {
	files := []*os.File{os.Stdin, os.Stdout, os.Stderr}
	_, err := os.StartProcess(program, argv, &os.ProcAttr{Env: env, Files: files})
	if err != nil {
		return err
	}
	os.Exit(0)
	return nil
}
