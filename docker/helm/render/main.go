// Renders the chart with Go's own templates where no helm is at hand: the same engine and, of helm's functions, those the chart uses.
//
//	go run docker/helm/render/main.go RELEASE VALUES.json TEMPLATE...
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "render:", err)
		os.Exit(1)
	}
}

func main() {
	var values map[string]interface{}
	text, err := os.ReadFile(os.Args[2])
	must(err)
	must(json.Unmarshal(text, &values))
	functions := template.FuncMap{
		"quote": func(value interface{}) string { return strconv.Quote(fmt.Sprint(value)) },
		"indent": func(spaces int, text string) string {
			pad := strings.Repeat(" ", spaces)
			return pad + strings.ReplaceAll(text, "\n", "\n"+pad)
		},
		"toJson": func(value interface{}) (string, error) {
			text, err := json.Marshal(value)
			return string(text), err
		},
	}
	data := map[string]interface{}{"Values": values, "Release": map[string]string{"Name": os.Args[1]}}
	for _, file := range os.Args[3:] {
		text, err := os.ReadFile(file)
		must(err)
		parsed, err := template.New(filepath.Base(file)).Funcs(functions).Option("missingkey=error").Parse(string(text))
		must(err)
		fmt.Println("---")
		must(parsed.Execute(os.Stdout, data))
	}
}
