// What it costs at least to read a YAML log: libyaml's events to the end, every text looked at, nothing kept.
//
//   floor_yaml LOG.yaml

#include <yaml.h>

#include <cstdio>

int main(int argc, char** argv) {
    std::FILE* file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
    yaml_parser_t parser;
    if (!file || !yaml_parser_initialize(&parser)) return 2;
    yaml_parser_set_input_file(&parser, file);

    std::size_t mappings = 0, letters = 0;
    for (bool at_end = false; !at_end;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            std::fprintf(stderr, "floor_yaml: %s\n", parser.problem);
            return 1;
        }
        mappings += event.type == YAML_MAPPING_START_EVENT;
        if (event.type == YAML_SCALAR_EVENT) letters += event.data.scalar.length;
        at_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    std::fclose(file);
    std::printf("%zu mappings, %zu letters\n", mappings, letters);
    return 0;
}
