package io.tidings.sse.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody said about one setting.
 *
 * @param values by component of the policy record; components that nobody named are absent
 */
record SettingModel(Setting setting, Map<String, Value> values) {

  /** These values, and below them, where these say nothing, the other ones. */
  SettingModel over(SettingModel below) {
    Map<String, Value> merged = new LinkedHashMap<>(below.values);
    merged.putAll(values);
    return new SettingModel(setting, Map.copyOf(merged));
  }
}
